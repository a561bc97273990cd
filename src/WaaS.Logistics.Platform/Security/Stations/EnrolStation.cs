using Microsoft.EntityFrameworkCore;
using WaaS.Logistics.Platform.Data;
using WaaS.Logistics.Platform.Web;

namespace WaaS.Logistics.Platform.Security.Stations;

/// <summary>Tells a browser, once, which station it is; or takes that back.</summary>
internal sealed class EnrolStation(PlatformDb db, KnownStations known)
{
    public async Task<Station> Handle(string? name, string? place)
    {
        var station = new Station(Require("name", name), Require("place", place), db.Origin.ActorName, db.Now);
        db.Stations.Add(station);
        try
        {
            await db.SaveChangesAsync();
        }
        catch (DbUpdateException e) when (Violations.IsUnique(e, IdentityModel.StationIndex, "platform_stations.name"))
        {
            throw new RefusedException("station-exists", "There is a station of this name already. Withdraw it first, or choose another name.", 409, "name");
        }
        return station;
    }

    public async Task Withdraw(Guid id)
    {
        var station = await db.Stations.SingleOrDefaultAsync(row => row.Id == id) ?? throw RefusedException.NotFound("station", id.ToString());
        if (station.WithdrawnAt is null)
            station.Withdraw(db.Origin.ActorName, db.Now);
        await db.SaveChangesAsync();
        known.Changed(id);
    }

    private static string Require(string field, string? text) => text?.Trim() is { Length: >= 1 and <= 60 } given && !given.Any(char.IsControl)
        ? given
        : throw new RefusedException("station-" + field, $"The {field} has 1 to 60 characters.", 400, field);
}
