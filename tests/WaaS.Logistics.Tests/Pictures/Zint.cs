using WaaS.Logistics.Tests.Erasure;

namespace WaaS.Logistics.Tests.Pictures;

/// <summary>Symbols drawn by somebody else's program.</summary>
internal static class Zint
{
    public const int Code39 = 8, FullAsciiCode39 = 9, Itf = 3, Codabar = 18, CodablockF = 74, DataBarExpanded = 31, MicroPdf417 = 84, MicroQr = 97, Code128 = 20, Ean13 = 13, Gs1Code128 = 16, Pdf417 = 55, QrCode = 58, DataMatrix = 71, Itf14 = 89, Aztec = 92;

    /// <param name="symbology">zint's own number.</param>
    /// <returns>A PNG.</returns>
    public static byte[] Draw(int symbology, string data, int scale = 3)
    {
        var file = Path.Combine(Path.GetTempPath(), $"{Guid.NewGuid():N}.png");
        try
        {
            string[] gs1 = data.StartsWith('[') ? ["--gs1"] : [];
            Shell.Run("zint", ["-b", $"{symbology}", .. gs1, "-d", data, "-o", file, "--scale", $"{scale}", "-w", "10", "--vwhitesp", "10"]);
            return File.ReadAllBytes(file);
        }
        finally
        {
            File.Delete(file);
        }
    }
}
