using System.Security.Claims;
using WaaS.Logistics.Platform.Security;
using WaaS.Logistics.Platform.Security.Stations;

namespace WaaS.Logistics.Platform.Web;

/// <summary>Who is at the other end of this request, and at which station.</summary>
public sealed class Visit
{
    public ClaimsPrincipal User { get; internal set; } = new();

    public bool IsSignedIn => User.Identity?.IsAuthenticated == true;

    public Guid? PersonId => Guid.TryParse(User.FindFirstValue(ClaimTypes.NameIdentifier), out var id) ? id : null;

    /// <summary>The name people know the person by.</summary>
    public string PersonName => User.FindFirstValue(PersonClaims.DisplayName) ?? User.Identity?.Name ?? "";

    /// <summary>The enrolled browser this request comes from; absent for a browser nobody enrolled.</summary>
    public VisitStation? Station { get; internal set; }

    public bool HasAny(IEnumerable<string> roles) => roles.Any(User.IsInRole);
}

/// <param name="Scanner">What the calibration card showed; absent while nobody has scanned it there.</param>
/// <param name="FaultSince">Since when its scanner cannot be believed.</param>
public sealed record VisitStation(Guid Id, string Name, string Place, ScannerSetting? Scanner = null, DateTime? FaultSince = null);
