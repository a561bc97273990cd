using WaaS.Logistics.Messages.Returns;
using WaaS.Logistics.Platform.Data;
using WaaS.Logistics.Platform.Web;
using WaaS.Logistics.Scanning;

namespace WaaS.Logistics.Resale.Places;

/// <summary>What Returns told about a place. A bin is a place of the kind sellable; all others are known so that a wrong one is named.</summary>
internal sealed class Place : Root
{
    public const string Sellable = "sellable";

    private Place()
    {
    }

    public Place(PlaceDefined defined) => (Id, Code, CodeKey, Kind) = (defined.PlaceId, defined.Code, KeyOf(defined.Code), defined.Kind);

    public string Code { get; private set; } = "";
    public string CodeKey { get; private set; } = "";
    public string Kind { get; private set; } = "";

    public OwnCode Label => OwnCode.Create(OwnCodeKind.Place, CodeKey);

    public void RequireSellable()
    {
        if (Kind != Sellable)
            throw new RefusedException("wrong-bin", $"{Code} is a {Kind} place, not a bin for stock. Put the unit into a sellable bin.", 409, "bin", Code, Kind);
    }

    public static string KeyOf(string code) => string.Concat(code.Where(char.IsAsciiLetterOrDigit)).ToUpperInvariant();
}
