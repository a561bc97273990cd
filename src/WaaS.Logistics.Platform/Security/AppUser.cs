using Microsoft.AspNetCore.Identity;
using WaaS.Logistics.Platform.Data;

namespace WaaS.Logistics.Platform.Security;

/// <summary>A person who signs in, by password or, at shared scanners, by badge and PIN.</summary>
public sealed class AppUser : IdentityUser<Guid>, IAudited
{
    private AppUser() { }

    public AppUser(string userName, string displayName)
    {
        Id = Guid.CreateVersion7();
        UserName = userName;
        DisplayName = displayName;
        SecurityStamp = NewStamp();
        ConcurrencyStamp = Guid.NewGuid().ToString();
    }

    public string DisplayName { get; set; } = "";

    /// <summary>The language the person chose; absent until then.</summary>
    public string? Language { get; set; }

    public string? BadgeHash { get; private set; }

    public string? PinHash { get; private set; }

    /// <summary>Locked by an admin: no way of signing in works, and open sessions end.</summary>
    public bool IsLocked { get; private set; }

    public void GiveBadge(string badgeHash, string pinHash)
    {
        (BadgeHash, PinHash) = (badgeHash, pinHash);
        Touch();
    }

    public void TakeBadge()
    {
        (BadgeHash, PinHash) = (null, null);
        Touch();
    }

    public void Lock()
    {
        IsLocked = true;
        EndSessions();
    }

    public void Unlock()
    {
        IsLocked = false;
        Touch();
    }

    /// <summary>Whoever is signed in as this person has to sign in again within half a minute.</summary>
    public void EndSessions()
    {
        SecurityStamp = NewStamp();
        Touch();
    }

    private void Touch() => ConcurrencyStamp = Guid.NewGuid().ToString();

    private static string NewStamp() => Convert.ToHexString(System.Security.Cryptography.RandomNumberGenerator.GetBytes(20));
}
