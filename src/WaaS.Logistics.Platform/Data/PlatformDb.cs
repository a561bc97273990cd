using Microsoft.AspNetCore.DataProtection.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;
using WaaS.Logistics.Platform.Messaging;
using WaaS.Logistics.Platform.Security;
using WaaS.Logistics.Platform.Security.FirstRun;
using WaaS.Logistics.Platform.Security.SignIn;
using WaaS.Logistics.Platform.Security.Stations;

namespace WaaS.Logistics.Platform.Data;

/// <summary>What all services share and none owns: people, stations, key ring, failed messages.</summary>
public sealed class PlatformDb(DbContextOptions<PlatformDb> options, ServiceDbTools tools) : ServiceDb(options, tools), IDataProtectionKeyContext
{
    public const string ServiceName = "platform";

    protected override string Service => ServiceName;

    public DbSet<FailedMessage> FailedMessages => Set<FailedMessage>();

    public DbSet<AppUser> People => Set<AppUser>();

    public DbSet<Station> Stations => Set<Station>();

    public DbSet<FirstRunToken> FirstRunTokens => Set<FirstRunToken>();

    public DbSet<SignInAttempt> SignInAttempts => Set<SignInAttempt>();

    public DbSet<EndedSession> EndedSessions => Set<EndedSession>();

    public DbSet<DataProtectionKey> DataProtectionKeys => Set<DataProtectionKey>();

    protected override void Describe(ModelBuilder model)
    {
        IdentityModel.Add(model);
        model.Entity<FailedMessage>(failed =>
        {
            failed.ToTable("failed_messages");
            failed.HasIndex(row => new { row.MessageId, row.Queue }).IsUnique();
            failed.HasIndex(row => new { row.State, row.LastFailedAt });
        });
    }
}
