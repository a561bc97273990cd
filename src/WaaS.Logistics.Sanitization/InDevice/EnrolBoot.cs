using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using WaaS.Logistics.Platform.Data;
using WaaS.Logistics.Platform.Web;
using WaaS.Logistics.Proof.Signing;
using WaaS.Logistics.Proof.StationContract;
using WaaS.Logistics.Sanitization.Data;
using WaaS.Logistics.Sanitization.Orders;
using WaaS.Logistics.Sanitization.Stations;

namespace WaaS.Logistics.Sanitization.InDevice;

/// <summary>Gives a machine that was started to wipe itself an identity for this one boot. What it signed is kept: it chains its evidence to the fleet key.</summary>
internal sealed class EnrolBoot(SanitizationDb db, OriginContext origin, OwnDevice devices)
{
    private const int Tries = 8;

    public async Task<BootEnrollReply> Handle(BootEnrollRequest request, CancellationToken cancel)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                return await Enrol(request, cancel);
            }
            catch (DbUpdateException e) when (attempt < Tries && (Once.MayTryAgain(e) || Violations.IsUnique(e, "ix_sanitization_stations_key_id", "sanitization_stations.key_id")))
            {
                db.ChangeTracker.Clear();
                await Task.Delay(Random.Shared.Next(2, 10 * attempt), cancel);
            }
        }
    }

    private async Task<BootEnrollReply> Enrol(BootEnrollRequest request, CancellationToken cancel)
    {
        var (statement, boot) = Read(request);
        var fleetKeyId = statement.FleetKeyId.ToString();
        var fleet = await db.FleetKeys.SingleOrDefaultAsync(key => key.KeyId == fleetKeyId, cancel);
        // The same words for a key nobody knows and for a signature that is not its own: neither is to be found out by asking.
        if (fleet is null || !request.IsSignedBy(VerifyingKey.FromPem(fleet.PublicKeyPem), boot))
            throw new RefusedException("fleet-key", "This is no fleet key of this server. Make boot media with one that is.", StatusCodes.Status403Forbidden, "fleetKeyId");
        var bootKeyId = boot.KeyId.ToString();
        if (await db.Stations.AsNoTracking().SingleOrDefaultAsync(station => station.KeyId == bootKeyId, cancel) is { } known)
            return await Again(known, fleet, cancel);
        if ((db.Time.GetUtcNow() - statement.At).Duration() > StationRequestSignature.DefaultSkew)
            throw new RefusedException("clock", $"The machine's clock says {statement.At:u}, the server's {db.Time.GetUtcNow():u}. Set the machine's clock (in its firmware), then start again.", StatusCodes.Status403Forbidden, "at", arguments: [$"{statement.At:u}", $"{db.Time.GetUtcNow():u}"]);
        var order = await devices.Find(statement.Machine, statement.ScannedSerial, cancel);
        fleet.Admit(!await db.Stations.AnyAsync(station => station.FleetKeyId == fleet.Id && station.DeviceId == order.DeviceId, cancel), db.Now);
        var station = Station.ForBoot(order.DeviceId, $"{order.Model} {order.Serial}", boot, fleet, statement.BootId, InOneLine(statement), request, db.Now);
        origin.Current = new Origin($"station:{station.Id}", station.Name, station.Name);
        db.Stations.Add(station);
        await db.SaveChangesAsync(cancel);
        return Reply(station, order);
    }

    // The reply may have been lost: the same key is the same boot.
    private async Task<BootEnrollReply> Again(Station known, FleetKey fleet, CancellationToken cancel) =>
        known.FleetKeyId == fleet.Id && fleet.RevokedAt is null && known.RevokedAt is null && known.ExpiresAt > db.Now
            ? Reply(known, await devices.Of(known.DeviceId!.Value, cancel))
            : throw new RefusedException("station-known", "This key was used before. Make a new key for a new boot.", arguments: [known.Name]);

    private static (BootStatement, VerifyingKey) Read(BootEnrollRequest request)
    {
        if (request.Statement.Length is 0 or > 8192)
            throw RefusedException.Invalid("statement", "The field statement has 1 to 8192 bytes.");
        try
        {
            var statement = request.Read();
            if (statement.BootId == Guid.Empty)
                throw RefusedException.Invalid("bootId", "The field bootId is missing: the kernel's id of this boot.");
            if (new[] { statement.Machine.Manufacturer, statement.Machine.Model, statement.Machine.Serial, statement.Machine.Uuid, statement.Machine.AssetTag, statement.ScannedSerial }.Any(text => text?.Length > 100))
                throw RefusedException.Invalid("machine", "What a machine says of itself has at most 100 characters a field.");
            return (statement, VerifyingKey.FromPem(statement.PublicKeyPem));
        }
        catch (JsonException e)
        {
            throw RefusedException.Invalid("statement", $"The field statement is none of this contract at {e.Path ?? "$"}: {e.Message}", e.Path ?? "$");
        }
        catch (FormatException e)
        {
            throw RefusedException.Invalid("publicKeyPem", $"The field publicKeyPem is no P-256 public key: {e.Message}", e.Message);
        }
    }

    private static string InOneLine(BootStatement statement) =>
        string.Join(' ', new[] { statement.Machine.Manufacturer, statement.Machine.Model, statement.Machine.Serial }.Where(part => !string.IsNullOrWhiteSpace(part))) is { Length: > 0 } said
            ? said[..Math.Min(said.Length, 200)] : "–";

    private BootEnrollReply Reply(Station station, WipeOrder order) => new()
    {
        StationId = station.Id,
        ExpiresAt = new DateTimeOffset(station.ExpiresAt!.Value, TimeSpan.Zero),
        ServerTime = db.Time.GetUtcNow(),
        DeviceSerial = order.Serial,
        Manufacturer = order.Manufacturer,
        Model = order.Model,
        Slots = OwnDevice.Slots(order),
    };
}
