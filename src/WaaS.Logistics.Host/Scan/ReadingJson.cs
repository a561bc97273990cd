using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;
using WaaS.Logistics.Scanning;

namespace WaaS.Logistics.Host.Scan;

/// <summary>Readings as lines of JSON, gathered until they are written.</summary>
internal sealed class ReadingJson
{
    // The input is echoed so that a line can be found again; a hostile one is cut.
    private const int MaxEcho = Reading.MaxLength;
    private readonly ArrayBufferWriter<byte> _lines = new(1 << 16);
    private readonly Utf8JsonWriter _writer;

    public ReadingJson() => _writer = new Utf8JsonWriter(_lines, new JsonWriterOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });

    public ReadOnlyMemory<byte> Written => _lines.WrittenMemory;

    public void Clear() => _lines.ResetWrittenCount();

    /// <summary>For what could not even be taken for a payload.</summary>
    public void Write(string input, string error)
    {
        Begin(input, "plain", false);
        _writer.WriteStartArray("elements");
        _writer.WriteEndArray();
        _writer.WriteStartArray("readings");
        _writer.WriteEndArray();
        _writer.WriteStartArray("warnings");
        _writer.WriteEndArray();
        End(error);
    }

    public void Write(string input, Reading reading)
    {
        Begin(input, Name(reading.Standard), reading.IsValid);
        _writer.WriteStartArray("elements");
        foreach (var element in reading.Elements)
        {
            _writer.WriteStartObject();
            _writer.WriteString("id", element.Id);
            _writer.WriteString("value", element.Value);
            _writer.WriteEndObject();
        }
        _writer.WriteEndArray();
        _writer.WriteStartArray("readings");
        foreach (var candidate in reading.Candidates)
            Write(candidate);
        _writer.WriteEndArray();
        _writer.WriteStartArray("warnings");
        foreach (var warning in reading.Warnings)
            _writer.WriteStringValue(warning);
        _writer.WriteEndArray();
        End(reading.Error);
    }

    private void Write(Candidate candidate)
    {
        _writer.WriteStartObject();
        _writer.WriteString("kind", JsonNamingPolicy.KebabCaseLower.ConvertName(candidate.Kind.ToString()));
        _writer.WriteString("value", candidate.Value);
        _writer.WriteString("maker", candidate.Maker);
        _writer.WriteString("model", candidate.Model);
        _writer.WriteString("reason", candidate.Reason);
        _writer.WriteEndObject();
    }

    private void Begin(string input, string standard, bool valid)
    {
        _writer.Reset();
        _writer.WriteStartObject();
        _writer.WriteString("input", input.Length > MaxEcho ? string.Concat(input.AsSpan(0, MaxEcho), "…") : input);
        _writer.WriteString("standard", standard);
        _writer.WriteBoolean("valid", valid);
    }

    private void End(string? error)
    {
        _writer.WriteString("error", error);
        _writer.WriteEndObject();
        _writer.Flush();
        _lines.Write("\n"u8);
    }

    private static string Name(ScanStandard standard) => standard switch
    {
        ScanStandard.Gs1 => "gs1",
        ScanStandard.DigitalLink => "digital-link",
        ScanStandard.Mh10 => "mh10.8.2",
        ScanStandard.Vendor => "vendor",
        ScanStandard.Tracking => "tracking",
        ScanStandard.Own => "own",
        _ => "plain",
    };
}
