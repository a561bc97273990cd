using WaaS.Logistics.Platform.Web;
using WaaS.Logistics.Sanitization.Resources;
using WaaS.Logistics.Sayings;

namespace WaaS.Logistics.Sanitization.HoldDevice;

/// <summary>A hold as its reader says it: on pages in the person's language, to a station in the one it asks in.</summary>
internal static class HoldWords
{
    private static readonly Texts Texts = new();

    public static string Of(HoldKind kind, string reason, DateOnly? endsOn) => endsOn is { } end
        ? Texts["Hold_Until", Texts.Of(kind), Saying.InWords(reason), Display.Date(end)]
        : Texts["Hold_Open", Texts.Of(kind), Saying.InWords(reason)];
}
