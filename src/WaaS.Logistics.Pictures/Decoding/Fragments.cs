using WaaS.Logistics.Pictures.Engine;

namespace WaaS.Logistics.Pictures.Decoding;

/// <summary>Short linear codes whose few bars other symbols hold too: what was seen of a longer one is no code.</summary>
internal static class Fragments
{
    private const int ShortestItf = 6;

    /// <summary>Whether it may be only a part of something. ITF has neither a check character nor an end of its own; of the EAN family the short ones are soon found among others' bars.</summary>
    public static bool MayBe(Luminance picture, RawCode code, Corners position) =>
        code.Symbology == "ITF" && code.Text.Length < ShortestItf || ModulesOf(code) is { } modules && !BarEnds.AreQuiet(picture, position, modules);

    /// <summary>Takes out the digits that a slanted look saw of an ITF that is there as a whole too.</summary>
    public static void Remove(List<FoundCode> found) => found.RemoveAll(part => part.Format == "ITF" && found.Exists(whole =>
        whole.Format == "ITF" && whole.Text.Length > part.Text.Length && whole.Text.Contains(part.Text, StringComparison.Ordinal) && (whole.Position.Surround(part.Position.Centre) || part.Position.Surround(whole.Position.Centre))));

    // Fourteen digits whose last one fits are a whole ITF-14, whatever the perspective. A pair of digits of ITF takes 16 modules or so, start and stop 8.
    private static int? ModulesOf(RawCode code) => code switch
    {
        { Symbology: "ITF", SymbologyIdentifier: "]I1", Text.Length: 14 } => null,
        { Symbology: "ITF" } => code.Text.Length * 8 + 8,
        { Format: "EAN8" } => 67,
        { Format: "UPCE" } => 51,
        _ => null,
    };
}
