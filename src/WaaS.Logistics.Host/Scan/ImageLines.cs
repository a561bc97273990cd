using System.Diagnostics;
using System.Text.Encodings.Web;
using System.Text.Json;
using WaaS.Logistics.Pictures;

namespace WaaS.Logistics.Host.Scan;

/// <summary>One picture in, one JSON object out, in the order asked; a bad file is told in its line and the next one is read.</summary>
internal static class ImageLines
{
    public const int SomeFailed = 1;
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <returns>0 when every picture was read whole, with or without a code in it.</returns>
    public static async Task<int> Run(IReadOnlyList<string> files, Stream output, CancellationToken cancel)
    {
        var reader = new PictureReader();
        var failed = false;
        try
        {
            foreach (var file in files)
            {
                var begun = Stopwatch.GetTimestamp();
                var answer = await reader.Read(file, cancel);
                failed |= answer.Error is not null;
                await output.WriteAsync(JsonSerializer.SerializeToUtf8Bytes(Line(file, answer, Stopwatch.GetElapsedTime(begun)), Json), cancel);
                await output.WriteAsync("\n"u8.ToArray(), cancel);
                await output.FlushAsync(cancel);
            }
        }
        catch (Exception e) when (e is IOException or OperationCanceledException)
        {
            return SomeFailed;
        }
        return failed ? SomeFailed : 0;
    }

    private static object Line(string file, PictureAnswer answer, TimeSpan took) => new
    {
        file,
        codes = answer.Codes.Select(code => new
        {
            code.Text,
            bytesHex = Convert.ToHexString(code.Bytes.Span),
            code.Format,
            code.SymbologyIdentifier,
            code.Position,
        }),
        ms = Math.Round(took.TotalMilliseconds, 1),
        error = answer.Error,
    };
}
