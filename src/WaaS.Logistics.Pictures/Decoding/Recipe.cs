using System.Text.Json;

namespace WaaS.Logistics.Pictures.Decoding;

/// <summary>What the decoder is asked for; the settings were chosen by measuring (docs/adr/0008).</summary>
internal static class Recipe
{
    // Of Code 39 the plain kind: what others write with its characters (full ASCII, pharmacies' numbers) would turn a serial into something else.
    private static readonly string[] Linear = ["Code128", "Code39Std", "Code93", "ITF", "EANUPC"];
    private static readonly string[] Product = [.. Linear, "DataMatrix", "QRCode", "PDF417", "Aztec"];
    private static readonly string[] Rare = ["Codabar", "DataBar", "MicroPDF417", "MaxiCode"];

    public static readonly string First = Options(Product);

    /// <summary>What stands on a label beside the codes of the first look, but hardly ever on ours.</summary>
    public static readonly string Other = Options(Rare);

    public static readonly string Anything = Options([.. Product, .. Rare, "Telepen"]);

    public static readonly string OnlyLinear = Options([.. Linear, "Codabar"]);

    /// <summary>What the decoder does not turn over by itself when white and black are changed.</summary>
    public static readonly string Unturned = Options([.. Linear, .. Rare, "PDF417"]);

    // Plain text: the human-readable kind puts brackets around application identifiers and hides what was scanned.
    private static string Options(string[] formats) => JsonSerializer.Serialize(new { formats, downscaleFactor = 2, downscaleThreshold = 200, tryDenoise = true, textMode = "Plain" });
}
