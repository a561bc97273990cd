using System.Text;

namespace WaaS.Logistics.Rentals.ImportContracts;

/// <summary>Turns the bytes of an uploaded file into text, or says why it cannot.</summary>
internal static class CsvText
{
    public const int MaxBytes = 10 * 1024 * 1024;
    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <exception cref="ImportRefusedException">Empty, too large, or not UTF-8.</exception>
    public static string Read(ReadOnlySpan<byte> file)
    {
        if (file.Length > MaxBytes)
            throw ImportRefusedException.File($"The file is larger than {MaxBytes / 1024 / 1024} MB. Split it and import the parts one after another.");
        if (file.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xFE]) || file.StartsWith((ReadOnlySpan<byte>)[0xFE, 0xFF]))
            throw ImportRefusedException.File("The file is UTF-16. Save it as \"CSV UTF-8\" and import it again.");
        if (file.StartsWith(Encoding.UTF8.Preamble))
            file = file[Encoding.UTF8.Preamble.Length..];
        if (file.Contains((byte)0))
            throw ImportRefusedException.File("The file is no text: it holds zero bytes. Export it as \"CSV UTF-8\", not as a workbook.");
        try
        {
            var text = Strict.GetString(file);
            return string.IsNullOrWhiteSpace(text) ? throw ImportRefusedException.File("The file is empty.") : text;
        }
        catch (DecoderFallbackException e)
        {
            var line = 1 + file[..Math.Clamp(e.Index, 0, file.Length)].Count((byte)'\n');
            throw ImportRefusedException.File($"The file is not UTF-8: line {line} holds bytes as Windows-1252 writes letters like ä or ß. Save it as \"CSV UTF-8\" and import it again.");
        }
    }
}
