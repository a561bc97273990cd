using Microsoft.EntityFrameworkCore;
using WaaS.Logistics.Platform.Data;
using WaaS.Logistics.Sanitization.Certificates;
using WaaS.Logistics.Sanitization.HoldDevice;
using WaaS.Logistics.Sanitization.InDevice;
using WaaS.Logistics.Sanitization.KeepJournal;
using WaaS.Logistics.Sanitization.Orders;
using WaaS.Logistics.Sanitization.RecordSteps;
using WaaS.Logistics.Sanitization.ReopenOrder;
using WaaS.Logistics.Sanitization.ReportBays;
using WaaS.Logistics.Sanitization.SeeCarriers;
using WaaS.Logistics.Sanitization.Stations;
using WaaS.Logistics.Sanitization.WithdrawOrder;

namespace WaaS.Logistics.Sanitization.Data;

internal sealed class SanitizationDb(DbContextOptions<SanitizationDb> options, ServiceDbTools tools) : ServiceDb(options, tools)
{
    protected override string Service => "sanitization";

    public DbSet<WipeOrder> Orders => Set<WipeOrder>();

    public DbSet<WipeSlot> Slots => Set<WipeSlot>();

    public DbSet<WipeJob> Jobs => Set<WipeJob>();

    public DbSet<JobProgress> Progress => Set<JobProgress>();

    public DbSet<Evidence> Evidence => Set<Evidence>();

    public DbSet<StepRow> Steps => Set<StepRow>();

    public DbSet<Certificate> Certificates => Set<Certificate>();

    public DbSet<Revocation> Revocations => Set<Revocation>();

    public DbSet<WipeHold> Holds => Set<WipeHold>();

    public DbSet<Reentry> Reentries => Set<Reentry>();

    public DbSet<ReceiptCorrection> ReceiptCorrections => Set<ReceiptCorrection>();

    public DbSet<SeenAccount> SeenAccounts => Set<SeenAccount>();

    public DbSet<Station> Stations => Set<Station>();

    public DbSet<EnrolmentCode> EnrolmentCodes => Set<EnrolmentCode>();

    public DbSet<FleetKey> FleetKeys => Set<FleetKey>();

    public DbSet<JobJournal> Journals => Set<JobJournal>();

    public DbSet<JournalPage> JournalPages => Set<JournalPage>();

    public DbSet<UsedNonce> Nonces => Set<UsedNonce>();

    public DbSet<StationBays> StationBays => Set<StationBays>();

    public DbSet<Operation> Operations => Set<Operation>();

    /// <summary>Orders with everything their decisions depend on.</summary>
    public IQueryable<WipeOrder> WholeOrders => Orders.AsSplitQuery()
        .Include(order => order.Slots).Include(order => order.Jobs).Include(order => order.Evidence).Include(order => order.Clearance)
        .Include(order => order.EmptyRecords).Include(order => order.Destructions).Include(order => order.Inventories);

    public override Task<int> SaveChangesAsync(bool acceptAllChangesOnSuccess, CancellationToken cancellationToken = default)
    {
        foreach (var order in ChangeTracker.Entries<WipeOrder>().Select(entry => entry.Entity).ToList())
            foreach (var happened in order.TakeEvents())
                AddToOutbox(happened);
        return base.SaveChangesAsync(acceptAllChangesOnSuccess, cancellationToken);
    }

    protected override void Describe(ModelBuilder model) => SanitizationModel.Describe(model);
}
