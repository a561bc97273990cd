using Microsoft.EntityFrameworkCore;
using WaaS.Logistics.Platform.Web;
using WaaS.Logistics.Returns.Data;
using WaaS.Logistics.Scanning;

namespace WaaS.Logistics.Returns.Places;

internal static class FindPlace
{
    /// <param name="text">A place's code as people write it, or its scanned label.</param>
    public static async Task<Place> Place(this ReturnsDb db, string text, string field, CancellationToken cancel)
    {
        var key = OwnCode.IsClaimedBy(text) ? ReadLabel(text, field) : Places.Place.KeyOf(text);
        return await db.Places.SingleOrDefaultAsync(row => row.CodeKey == key, cancel)
            ?? throw new RefusedException("place-unknown", $"There is no place '{text}'. Define it under Places first.", 400, field, text);
    }

    private static string ReadLabel(string text, string field) =>
        !OwnCode.TryParse(text, out var code, out var reason) ? throw RefusedException.Invalid(field, reason)
        : code.Kind == OwnCodeKind.Place ? code.Id
        : throw RefusedException.Invalid(field, $"'{text}' is the code of a {code.Kind.ToString().ToLowerInvariant()}, not of a place.", text).Worded("place-other-code");
}
