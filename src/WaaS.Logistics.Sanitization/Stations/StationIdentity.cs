using System.Security.Claims;
using WaaS.Logistics.Platform.Web;
using WaaS.Logistics.Proof.Signing;

namespace WaaS.Logistics.Sanitization.Stations;

/// <summary>The station that signed the request, with its key as enrolled.</summary>
internal sealed record StationIdentity(Guid Id, string Name, VerifyingKey Key)
{
    public const string KeyItem = "waas-station-key", DeviceItem = "waas-station-device";

    /// <summary>The one device a one-boot station may wipe: itself. Absent for a bench.</summary>
    public Guid? DeviceId { get; init; }

    public static StationIdentity Of(HttpContext context) =>
        Guid.TryParse(context.User.FindFirstValue(ClaimTypes.NameIdentifier)?.Replace("station:", ""), out var id) && context.Items[KeyItem] is VerifyingKey key
            ? new StationIdentity(id, context.User.Identity!.Name!, key) { DeviceId = context.Items[DeviceItem] as Guid? }
            : throw new RefusedException("station-needed", "Only an enrolled station may do this.", StatusCodes.Status401Unauthorized);
}
