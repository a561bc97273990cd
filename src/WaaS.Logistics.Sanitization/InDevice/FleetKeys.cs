using Microsoft.EntityFrameworkCore;
using WaaS.Logistics.Platform.Web;
using WaaS.Logistics.Proof.Signing;
using WaaS.Logistics.Sanitization.Data;
using WaaS.Logistics.Sanitization.Orders;

namespace WaaS.Logistics.Sanitization.InDevice;

/// <param name="PrivateKeyPem">Told once, here, and kept nowhere.</param>
internal sealed record FleetKeyMade(Guid Id, string Name, string KeyId, DateTime EndsAt, int MachineLimit, string PrivateKeyPem);

/// <summary>Makes and shuts out the keys that boot media carry.</summary>
internal sealed class FleetKeys(SanitizationDb db)
{
    private static readonly TimeZoneInfo Berlin = TimeZoneInfo.FindSystemTimeZoneById("Europe/Berlin");
    private const int MostMachines = 10_000, LongestDays = 366;

    public async Task<FleetKeyMade> Make(string? name, DateOnly? endsOn, int? machines, CancellationToken cancel)
    {
        var by = Actor.Of(db.Origin);
        if (!by.IsPerson)
            throw new RefusedException("person-needed", "A fleet key is made by a person. Sign in.");
        if (string.IsNullOrWhiteSpace(name) || name.Trim().Length > 60)
            throw RefusedException.Invalid("name", "The field name has 1 to 60 characters: what people will know the boot media by.");
        var today = DateOnly.FromDateTime(TimeZoneInfo.ConvertTimeFromUtc(db.Now, Berlin));
        if (endsOn is not { } last || last < today || last > today.AddDays(LongestDays))
            throw new RefusedException("fleet-key-days", $"The field endsOn is the last day the key is good for: from today, and within {LongestDays} days.", StatusCodes.Status400BadRequest, "endsOn", arguments: [LongestDays]);
        if (machines is not (>= 1 and <= MostMachines))
            throw RefusedException.Invalid("machines", $"The field machines is how many different machines may use the key: 1 to {MostMachines}.", MostMachines);
        using var pair = SigningKey.Create();
        var key = new FleetKey(name.Trim(), pair.KeyId.ToString(), pair.Public.Pem, machines.Value, TimeZoneInfo.ConvertTimeToUtc(last.AddDays(1).ToDateTime(TimeOnly.MinValue), Berlin), by.Name, db.Now);
        db.FleetKeys.Add(key);
        await db.SaveChangesAsync(cancel);
        return new FleetKeyMade(key.Id, key.Name, key.KeyId, key.EndsAt, key.MachineLimit, pair.ExportPkcs8Pem());
    }

    /// <summary>No machine gets in with it any more, and those that are in are out: a key is revoked because somebody else may have it.</summary>
    public async Task Revoke(Guid id, CancellationToken cancel)
    {
        var key = await db.FleetKeys.SingleOrDefaultAsync(key => key.Id == id, cancel) ?? throw RefusedException.NotFound("fleet key", id.ToString());
        key.Revoke(Actor.Of(db.Origin).Name, db.Now);
        await db.SaveChangesAsync(cancel);
    }
}
