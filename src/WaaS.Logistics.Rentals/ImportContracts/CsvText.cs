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
            throw ImportRefusedException.File(ImportFault.FileTooLarge, MaxBytes / 1024 / 1024);
        if (file.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xFE]) || file.StartsWith((ReadOnlySpan<byte>)[0xFE, 0xFF]))
            throw ImportRefusedException.File(ImportFault.FileUtf16);
        if (file.StartsWith(Encoding.UTF8.Preamble))
            file = file[Encoding.UTF8.Preamble.Length..];
        if (file.Contains((byte)0))
            throw ImportRefusedException.File(ImportFault.FileNoText);
        try
        {
            var text = Strict.GetString(file);
            return string.IsNullOrWhiteSpace(text) ? throw ImportRefusedException.File(ImportFault.FileEmpty) : text;
        }
        catch (DecoderFallbackException e)
        {
            var line = 1 + file[..Math.Clamp(e.Index, 0, file.Length)].Count((byte)'\n');
            throw ImportRefusedException.File(ImportFault.FileNotUtf8, line);
        }
    }
}
