using System.Buffers;
using System.Text;
using System.Text.Unicode;
using WaaS.Logistics.Scanning;

namespace WaaS.Logistics.Host.Scan;

/// <summary>One line in, one JSON object out. Nothing a line holds ends the run, and no line is kept beyond what a symbol can hold.</summary>
internal sealed class ParseLines
{
    // Four bytes for each character of an escape or of UTF-8.
    private const int MaxLine = Reading.MaxLength * 4;
    private const int Chunk = 1 << 16;
    private readonly ArrayBufferWriter<byte> _line = new(1024);
    private readonly ReadingJson _json = new();
    private long _length;

    /// <summary>Ends with the input, or when nobody reads the output any more.</summary>
    public static async Task Run(Stream input, Stream output, CancellationToken cancel)
    {
        var lines = new ParseLines();
        var chunk = new byte[Chunk];
        try
        {
            int read;
            while ((read = await input.ReadAsync(chunk, cancel)) > 0)
            {
                lines.Take(chunk.AsSpan(0, read));
                // Before waiting for more input: whoever asked through a pipe gets the answer.
                await lines.Write(output, cancel);
            }
            if (lines._length > 0)
                lines.EndLine();
            await lines.Write(output, cancel);
        }
        catch (Exception e) when (e is IOException or OperationCanceledException)
        {
        }
    }

    private void Take(ReadOnlySpan<byte> bytes)
    {
        while (!bytes.IsEmpty)
        {
            var end = bytes.IndexOf((byte)'\n');
            var piece = end < 0 ? bytes : bytes[..end];
            _line.Write(piece[..(int)Math.Min(piece.Length, MaxLine - _line.WrittenCount)]);
            _length += piece.Length;
            if (end < 0)
                return;
            EndLine();
            bytes = bytes[(end + 1)..];
        }
    }

    private void EndLine()
    {
        var bytes = _line.WrittenSpan;
        // Editors write it in front of a file, and files put one behind the other have one each.
        if (bytes.StartsWith(Encoding.UTF8.Preamble))
            bytes = bytes[Encoding.UTF8.Preamble.Length..];
        if (bytes.Length > 0 && bytes[^1] == '\r')
            bytes = bytes[..^1];
        if (_length > MaxLine)
            _json.Write(Encoding.UTF8.GetString(bytes), $"The line has {_length} bytes; no symbol holds more than {Reading.MaxLength} characters.");
        else if (!Utf8.IsValid(bytes))
            _json.Write(Encoding.UTF8.GetString(bytes), NotUtf8(bytes));
        else
            Parse(Encoding.UTF8.GetString(bytes));
        _line.ResetWrittenCount();
        _length = 0;
    }

    private static string NotUtf8(ReadOnlySpan<byte> bytes)
    {
        Span<char> valid = new char[bytes.Length];
        Utf8.ToUtf16(bytes, valid, out var read, out _, replaceInvalidSequences: false);
        return $"The line is not UTF-8: byte {read + 1} is 0x{bytes[read]:X2}. Save the text as UTF-8, or write the character as \\x{bytes[read]:X2}.";
    }

    private void Parse(string line)
    {
        if (Escapes.Resolve(line, out var fault) is { } payload)
            _json.Write(line, Reading.Of(payload));
        else
            _json.Write(line, fault);
    }

    private async Task Write(Stream output, CancellationToken cancel)
    {
        if (_json.Written.Length == 0)
            return;
        await output.WriteAsync(_json.Written, cancel);
        await output.FlushAsync(cancel);
        _json.Clear();
    }
}
