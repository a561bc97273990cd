using Microsoft.EntityFrameworkCore;
using WaaS.Logistics.Platform.Data;

namespace WaaS.Logistics.Custody.Data;

internal sealed class CustodyDb(DbContextOptions<CustodyDb> options, ServiceDbTools tools) : ServiceDb(options, tools)
{
    protected override string Service => "custody";

    public DbSet<Fact> Facts => Set<Fact>();

    public DbSet<FactSubject> Subjects => Set<FactSubject>();

    public DbSet<Matter> Matters => Set<Matter>();

    protected override void Describe(ModelBuilder model)
    {
        model.Entity<Fact>(fact =>
        {
            fact.ToTable("facts").HasKey(row => row.Sequence);
            fact.HasIndex(row => row.MessageId).IsUnique();
            fact.HasIndex(row => row.RecordedAt);
            fact.HasMany(row => row.Subjects).WithOne().HasForeignKey(subject => subject.FactSequence);
        });
        model.Entity<FactSubject>(subject =>
        {
            subject.ToTable("subjects").HasKey(row => row.Id);
            subject.HasIndex(row => new { row.Value, row.Kind });
            subject.HasIndex(row => row.FactSequence);
        });
        model.Entity<Matter>(matter =>
        {
            matter.ToTable("matters");
            matter.HasIndex(row => new { row.Kind, row.Key }).IsUnique();
            matter.HasIndex(row => new { row.IsOpen, row.OpenedAt });
            matter.Property(row => row.Key).HasMaxLength(200);
        });
    }
}
