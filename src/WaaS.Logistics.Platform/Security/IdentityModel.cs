using Microsoft.AspNetCore.DataProtection.EntityFrameworkCore;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using WaaS.Logistics.Platform.Security.FirstRun;
using WaaS.Logistics.Platform.Security.SignIn;
using WaaS.Logistics.Platform.Security.Stations;

namespace WaaS.Logistics.Platform.Security;

/// <summary>The tables of people, roles, stations and keys, in words of this product instead of Identity's.</summary>
internal static class IdentityModel
{
    public const string BadgeIndex = "ix_platform_people_badge";
    public const string NameIndex = "ix_platform_people_name";
    public const string StationIndex = "ix_platform_stations_open";

    public static void Add(ModelBuilder model)
    {
        AddPeople(model);
        model.Entity<Station>(station =>
        {
            station.ToTable("stations");
            station.Property(row => row.Name).HasMaxLength(60);
            station.Property(row => row.Place).HasMaxLength(60);
            station.Property(row => row.Layout).HasMaxLength(20);
            station.Property(row => row.Separator).HasMaxLength(60);
            station.Property(row => row.Fault).HasMaxLength(20);
            station.HasIndex(row => row.Name, StationIndex).IsUnique().HasFilter("withdrawn_at IS NULL");
        });
        model.Entity<FirstRunToken>(token =>
        {
            token.ToTable("first_run_tokens");
            token.HasIndex(row => row.Process).IsUnique();
        });
        model.Entity<SignInAttempt>(attempt =>
        {
            attempt.ToTable("sign_in_attempts").HasKey(row => row.Key);
            attempt.Property(row => row.Key).HasMaxLength(100);
            attempt.Property(row => row.Version).IsConcurrencyToken();
            attempt.HasIndex(row => row.FirstAt);
        });
        model.Entity<EndedSession>(session =>
        {
            session.ToTable("ended_sessions");
            session.HasIndex(row => row.EndedAt);
        });
        model.Entity<DataProtectionKey>().ToTable("data_protection_keys");
    }

    private static void AddPeople(ModelBuilder model)
    {
        model.Entity<AppUser>(person =>
        {
            person.ToTable("people").HasKey(row => row.Id);
            person.Property(row => row.UserName).HasMaxLength(60);
            person.Property(row => row.NormalizedUserName).HasMaxLength(60);
            person.Property(row => row.DisplayName).HasMaxLength(80);
            person.Property(row => row.Language).HasMaxLength(2);
            person.Property(row => row.ConcurrencyStamp).IsConcurrencyToken();
            person.Property(row => row.LockoutEnd).HasConversion(
                end => end == null ? (DateTime?)null : end.Value.UtcDateTime,
                end => end == null ? null : new DateTimeOffset(DateTime.SpecifyKind(end.Value, DateTimeKind.Utc)));
            person.HasIndex(row => row.NormalizedUserName, NameIndex).IsUnique();
            person.HasIndex(row => row.BadgeHash, BadgeIndex).IsUnique();
        });
        model.Entity<AppRole>(role =>
        {
            role.ToTable("roles").HasKey(row => row.Id);
            role.Property(row => row.ConcurrencyStamp).IsConcurrencyToken();
            role.HasIndex(row => row.NormalizedName).IsUnique();
            role.HasData(Roles.All.Select(name => new AppRole(name)));
        });
        model.Entity<IdentityUserRole<Guid>>(grant =>
        {
            grant.ToTable("people_roles").HasKey(row => new { row.UserId, row.RoleId });
            grant.HasOne<AppUser>().WithMany().HasForeignKey(row => row.UserId);
            grant.HasOne<AppRole>().WithMany().HasForeignKey(row => row.RoleId);
        });
        model.Entity<IdentityUserClaim<Guid>>(claim =>
        {
            claim.ToTable("people_claims").HasKey(row => row.Id);
            claim.HasOne<AppUser>().WithMany().HasForeignKey(row => row.UserId);
        });
        model.Entity<IdentityRoleClaim<Guid>>(claim =>
        {
            claim.ToTable("roles_claims").HasKey(row => row.Id);
            claim.HasOne<AppRole>().WithMany().HasForeignKey(row => row.RoleId);
        });
        model.Entity<IdentityUserLogin<Guid>>(login =>
        {
            login.ToTable("people_logins").HasKey(row => new { row.LoginProvider, row.ProviderKey });
            login.HasOne<AppUser>().WithMany().HasForeignKey(row => row.UserId);
        });
        model.Entity<IdentityUserToken<Guid>>(token =>
        {
            token.ToTable("people_tokens").HasKey(row => new { row.UserId, row.LoginProvider, row.Name });
            token.HasOne<AppUser>().WithMany().HasForeignKey(row => row.UserId);
        });
    }
}
