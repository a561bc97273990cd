using Microsoft.EntityFrameworkCore;
using WaaS.Logistics.Platform.Web;
using WaaS.Logistics.Resale.Data;
using WaaS.Logistics.Scanning;

namespace WaaS.Logistics.Resale.Places;

internal static class FindPlace
{
    private const int Longest = 60;

    /// <param name="text">A bin's code as people write it, or its scanned label.</param>
    /// <exception cref="RefusedException">There is no such place.</exception>
    public static async Task<Place> Bin(this ResaleDb db, string? text, CancellationToken cancel)
    {
        if (string.IsNullOrWhiteSpace(text) || text.Length > Longest)
            throw RefusedException.Invalid("bin", $"The field bin is empty or longer than {Longest} characters. Scan the bin's label.", Longest);
        return await db.FindBin(text, cancel) ?? throw new RefusedException("bin-unknown", $"There is no bin '{text.Trim()}'. Scan the label on the shelf.", 404, "bin", text.Trim());
    }

    public static async Task<Place?> FindBin(this ResaleDb db, string text, CancellationToken cancel)
    {
        var key = OwnCode.IsClaimedBy(text) ? ReadLabel(text) : Place.KeyOf(text);
        return key.Length == 0 ? null : await db.Places.AsNoTracking().SingleOrDefaultAsync(place => place.CodeKey == key, cancel);
    }

    public static bool IsBinLabel(OwnCode code) => code.Kind is OwnCodeKind.Place or OwnCodeKind.Bin;

    private static string ReadLabel(string text) =>
        !OwnCode.TryParse(text, out var code, out var reason) ? throw RefusedException.Invalid("bin", reason)
        : IsBinLabel(code) ? code.Id
        : throw new RefusedException("not-a-bin", $"This is the code of a {code.Kind.ToString().ToLowerInvariant()}. Scan the bin's label.", 400, "bin", code.Kind);
}
