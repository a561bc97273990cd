using WaaS.Logistics.Platform.Data;
using WaaS.Logistics.Platform.Web;
using WaaS.Logistics.Scanning;

namespace WaaS.Logistics.Returns.Places;

/// <summary>A place in the house. Its kind never changes: what stands there was allowed to because of it.</summary>
internal sealed class Place : Root
{
    public const int MaxCodeLength = 30;

    private Place()
    {
    }

    public Place(string code, PlaceKind kind) => (Code, CodeKey, Kind) = (code.Trim().ToUpperInvariant(), KeyOf(code), kind);

    /// <summary>As people read it: letters, digits, hyphens.</summary>
    public string Code { get; private set; } = "";

    /// <summary>As it stands in the barcode, without hyphens.</summary>
    public string CodeKey { get; private set; } = "";

    public PlaceKind Kind { get; private set; }

    public OwnCode Label => OwnCode.Create(OwnCodeKind.Place, CodeKey);

    public void RequireUnwipedAllowed()
    {
        if (!Kind.HoldsUnwiped())
            throw new RefusedException("place-not-secured", $"{Code} is a {Kind.Word()} place. A device that still holds data stands in a secured or quarantine place.", 409, "place", Code);
    }

    public static string KeyOf(string code)
    {
        var key = code.Trim().Replace("-", "").ToUpperInvariant();
        return key.Length is > 0 and <= MaxCodeLength && key.All(char.IsAsciiLetterOrDigit)
            ? key : throw RefusedException.Invalid("code", $"'{code}' is no code of a place: letters A to Z, digits and hyphens, at most {MaxCodeLength}.", code, MaxCodeLength);
    }
}
