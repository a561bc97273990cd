using Microsoft.EntityFrameworkCore;
using WaaS.Logistics.Platform.Data;
using WaaS.Logistics.Returns.Fleet;
using WaaS.Logistics.Returns.Orders;
using WaaS.Logistics.Returns.Places;
using WaaS.Logistics.Returns.Receiving;

namespace WaaS.Logistics.Returns.Data;

internal sealed class ReturnsDb(DbContextOptions<ReturnsDb> options, ServiceDbTools tools) : ServiceDb(options, tools)
{
    public static readonly RaceIndex OneStandingReceipt = new("returns_one_standing_receipt", "returns_receipts.device_id");
    public static readonly RaceIndex OneReceiptPerCycle = new("returns_one_receipt_per_cycle", "returns_receipts.device_id, returns_receipts.cycle");
    public static readonly RaceIndex OneQuarantine = new("returns_one_quarantine", "returns_quarantines.device_id");
    public static readonly RaceIndex OneUnknownQuarantine = new("returns_one_unknown_quarantine", "returns_quarantines.serial_key, returns_quarantines.maker_key");
    public static readonly RaceIndex OneScanNumber = new("returns_one_scan_number", "returns_scans.session_id, returns_scans.number");
    public static readonly RaceIndex OneSessionPerStation = new("returns_one_session_per_station", "returns_sessions.station_key");
    public static readonly RaceIndex OneOpenExpectation = new("returns_one_open_expectation", "returns_expected_devices.device_id");
    public static readonly RaceIndex OnePlace = new("returns_one_place", "returns_places.code_key");
    public static readonly RaceIndex OnePhoto = new("returns_one_photo", "returns_photos.scan_id, returns_photos.sha256");
    public static readonly RaceIndex OneCorrection = new("PK_corrections", "returns_corrections.scan_id");

    protected override string Service => "returns";

    public DbSet<FleetDevice> Fleet => Set<FleetDevice>();

    public DbSet<ContractExtension> Extensions => Set<ContractExtension>();

    public DbSet<ReturnOrder> Orders => Set<ReturnOrder>();

    public DbSet<ExpectedDevice> Expected => Set<ExpectedDevice>();

    public DbSet<Shipment> Shipments => Set<Shipment>();

    public DbSet<Parcel> Parcels => Set<Parcel>();

    public DbSet<Place> Places => Set<Place>();

    public DbSet<ReceivingSession> Sessions => Set<ReceivingSession>();

    public DbSet<Scan> Scans => Set<Scan>();

    public DbSet<KeptCode> Codes => Set<KeptCode>();

    public DbSet<Correction> Corrections => Set<Correction>();

    public DbSet<Photo> Photos => Set<Photo>();

    public DbSet<Receipt> Receipts => Set<Receipt>();

    public DbSet<Quarantine> Quarantines => Set<Quarantine>();

    public DbSet<Discrepancy> Discrepancies => Set<Discrepancy>();

    public DbSet<StopEntry> Stops => Set<StopEntry>();

    public async Task<string> NextNumber(string series, CancellationToken cancel) =>
        (await Set<NumberSeries>().SingleAsync(row => row.Prefix == series, cancel)).Next();

    protected override void Describe(ModelBuilder model)
    {
        Operations.Describe(model, Service);
        OrdersModel.Describe(model);
        ReceivingModel.Describe(model);
    }
}
