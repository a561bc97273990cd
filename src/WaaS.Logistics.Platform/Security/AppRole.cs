using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Identity;

namespace WaaS.Logistics.Platform.Security;

public sealed class AppRole : IdentityRole<Guid>
{
    private AppRole() { }

    public AppRole(string name)
    {
        Id = IdOf(name);
        Name = name;
        NormalizedName = name.ToUpperInvariant();
        ConcurrencyStamp = Id.ToString();
    }

    /// <summary>The same in every database, so that the roles can be part of the migration.</summary>
    public static Guid IdOf(string role) => new(SHA256.HashData(Encoding.UTF8.GetBytes("waas role " + role)).AsSpan(0, 16));
}
