using System.Text;
using WaaS.Logistics.Rentals.Resources;

namespace WaaS.Logistics.Rentals.ImportContracts;

/// <summary>Turns the bytes of an uploaded file into text, or says why it cannot.</summary>
internal static class CsvText
{
    private static readonly Texts T = new();
    public const int MaxBytes = 10 * 1024 * 1024;
    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <exception cref="ImportRefusedException">Empty, too large, or not UTF-8.</exception>
    public static string Read(ReadOnlySpan<byte> file)
    {
        if (file.Length > MaxBytes)
            throw ImportRefusedException.File(T["File_TooLarge", MaxBytes / 1024 / 1024]);
        if (file.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xFE]) || file.StartsWith((ReadOnlySpan<byte>)[0xFE, 0xFF]))
            throw ImportRefusedException.File(T["File_Utf16"]);
        if (file.StartsWith(Encoding.UTF8.Preamble))
            file = file[Encoding.UTF8.Preamble.Length..];
        if (file.Contains((byte)0))
            throw ImportRefusedException.File(T["File_NoText"]);
        try
        {
            var text = Strict.GetString(file);
            return string.IsNullOrWhiteSpace(text) ? throw ImportRefusedException.File(T["File_Empty"]) : text;
        }
        catch (DecoderFallbackException e)
        {
            var line = 1 + file[..Math.Clamp(e.Index, 0, file.Length)].Count((byte)'\n');
            throw ImportRefusedException.File(T["File_NotUtf8", line]);
        }
    }
}
