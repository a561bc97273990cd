using System.Security.Claims;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;

namespace WaaS.Logistics.Platform.Security;

/// <summary>What the cookie says about a person beyond id, name and roles.</summary>
public static class PersonClaims
{
    public const string DisplayName = "waas:name";
    internal const string Way = "waas:way";
    internal const string Session = "waas:session";
    internal const string ByPassword = "password";
    internal const string ByBadge = "badge";

    /// <summary>Four digits open the dock, not the administration: a person signed in by badge is no admin until they sign in by password.</summary>
    /// <param name="session">Which sign-in it is, so that it can be ended without ending the others of the same person.</param>
    internal static void Narrow(ClaimsPrincipal principal, string way, string session)
    {
        var identity = (ClaimsIdentity)principal.Identity!;
        identity.AddClaim(new Claim(Way, way));
        identity.AddClaim(new Claim(Session, session));
        if (way == ByBadge && identity.FindFirst(claim => claim.Type == identity.RoleClaimType && claim.Value == Roles.Admin) is { } admin)
            identity.RemoveClaim(admin);
    }
}

internal sealed class PersonClaimsFactory(UserManager<AppUser> users, RoleManager<AppRole> roles, IOptions<IdentityOptions> options)
    : UserClaimsPrincipalFactory<AppUser, AppRole>(users, roles, options)
{
    protected override async Task<ClaimsIdentity> GenerateClaimsAsync(AppUser user)
    {
        var identity = await base.GenerateClaimsAsync(user);
        identity.AddClaim(new Claim(PersonClaims.DisplayName, user.DisplayName));
        return identity;
    }
}
