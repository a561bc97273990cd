using Microsoft.AspNetCore.Authentication;
using Microsoft.Extensions.DependencyInjection.Extensions;
using WaaS.Logistics.Platform.Data;
using WaaS.Logistics.Platform.Data.Backup;
using WaaS.Logistics.Platform.Services;
using WaaS.Logistics.Platform.Web;
using WaaS.Logistics.Sanitization.Api;
using WaaS.Logistics.Sanitization.Certificates;
using WaaS.Logistics.Sanitization.ClaimJob;
using WaaS.Logistics.Sanitization.ConfirmNoCarrier;
using WaaS.Logistics.Sanitization.Data;
using WaaS.Logistics.Sanitization.DecideOnEvidence;
using WaaS.Logistics.Sanitization.DestroyCarrier;
using WaaS.Logistics.Sanitization.GiveSeed;
using WaaS.Logistics.Sanitization.HoldDevice;
using WaaS.Logistics.Sanitization.InDevice;
using WaaS.Logistics.Sanitization.KeepJournal;
using WaaS.Logistics.Sanitization.KeepLease;
using WaaS.Logistics.Sanitization.OpenOrder;
using WaaS.Logistics.Sanitization.Pages;
using WaaS.Logistics.Sanitization.Policies;
using WaaS.Logistics.Sanitization.ReceiveEvidence;
using WaaS.Logistics.Sanitization.RecordSlots;
using WaaS.Logistics.Sanitization.RecordSteps;
using WaaS.Logistics.Sanitization.ReopenOrder;
using WaaS.Logistics.Sanitization.ReportBays;
using WaaS.Logistics.Sanitization.Resources;
using WaaS.Logistics.Sanitization.SeeCarriers;
using WaaS.Logistics.Sanitization.ShowBench;
using WaaS.Logistics.Sanitization.ShowCertificates;
using WaaS.Logistics.Sanitization.ShowEvidence;
using WaaS.Logistics.Sanitization.ShowHolds;
using WaaS.Logistics.Sanitization.ShowOrders;
using WaaS.Logistics.Sanitization.Stations;
using WaaS.Logistics.Sanitization.TakeScan;
using WaaS.Logistics.Sanitization.WatchBench;
using WaaS.Logistics.Sanitization.WithdrawOrder;

namespace WaaS.Logistics.Sanitization;

public sealed class SanitizationService : Service
{
    private static readonly Texts T = new();

    public override string Name => "sanitization";

    public override IReadOnlyList<NavigationEntry> Navigation => [new("/wipe", T, "Nav", "shield-check", Who.Watches)];

    public override IReadOnlyList<Setting> Settings => Issuer.Known;

    public override IReadOnlyList<BlobUse> Blobs =>
    [
        new(Name, "evidence", "content_hash", "evidence of carrier", "COALESCE(carrier_serial, CAST(id AS TEXT))"),
        new(Name, "issued_certificates", "document_hash", "certificate", "number"),
        new(Name, "issued_certificates", "pdf_german_hash", "German PDF of certificate", "number"),
        new(Name, "issued_certificates", "pdf_english_hash", "English PDF of certificate", "number"),
        // A picture may be kept elsewhere; then only its hash is here.
        new(Name, "destructions", "proof_hash", "picture of destruction", "number") { IsAlwaysKept = false },
    ];

    public override void Add(ServiceBuilder builder)
    {
        builder.UseDatabase<SanitizationDb>(GateRules.All).UseTexts<Texts>()
            .Consume<OpenOrderOnDeviceReceived>("open-order-on-device-received")
            .Consume<WithdrawOrderOnReceiptCorrected>("withdraw-order-on-receipt-corrected")
            .Consume<SeeCarriersOnCarriersSeen>("see-carriers-on-carriers-seen")
            .Consume<HoldOnContractExtended>("hold-on-contract-extended")
            .Consume<ReopenOnCarrierFound>("reopen-on-carrier-found")
            .Consume<ReopenOnSealBroken>("reopen-on-seal-broken")
            .Consume<ReopenOnUnitReturned>("reopen-on-unit-returned")
            .Consume<PlaceCertificateFiles>("place-certificate-files");
        var services = builder.Services;
        services.TryAddSingleton(PolicyBook.Default);
        services.AddSingleton<BlobStore>().AddSingleton(Issuer.Read(builder.Configuration)).AddSingleton<CertificateKeys>();
        services.AddScoped<OrderLookup>().AddScoped<Once>().AddScoped<ReopenOrders>();
        services.AddScoped<PlaceHold>().AddScoped<LiftHold>();
        services.AddScoped<Operators>().AddScoped<ClaimJobs>().AddScoped<CheckHold>().AddScoped<Heartbeats>().AddScoped<BayReports>().AddScoped<ReturnSilentJobs>().AddScoped<ForgetNonces>();
        services.AddSingleton<SeedNonces>().AddScoped<SeedDesk>().AddScoped<StepLog>().AddScoped<EvidenceCourt>().AddScoped<EvidenceDesk>().AddScoped<EvidenceDecisions>();
        services.AddScoped<CertificateWriter>().AddScoped<CertificateOffice>().AddScoped<RevokeCertificate>().AddScoped<CheckCertificate>();
        services.AddScoped<SlotRecords>().AddScoped<NoCarrierRecords>().AddScoped<DestructionRecords>();
        services.AddScoped<FleetKeys>().AddScoped<OwnDevice>().AddScoped<EnrolBoot>().AddScoped<ClaimOwnJob>().AddScoped<FindCutOff.FindCutOffErase>().AddScoped<JournalDesk>().AddScoped<EraseJournals>();
        services.AddScoped<EnrolStation>().AddScoped<OrderReader>();
        services.AddScoped<ReadStations>().AddScoped<ReadBench>().AddScoped<NextDevice>().AddScoped<TakeBenchScan>().AddScoped<OrderScreen>().AddScoped<ActScreen>().AddScoped<EvidenceScreen>();
        services.AddScoped<ReadEvidence>().AddScoped<ReadHolds>().AddScoped<ReadCertificates>().AddScoped<CheckFile>().AddScoped<PrintResult.PrintResult>().AddScoped<PrintCards.PrintCards>();
        services.AddHostedService<LeaseWatch>();
        services.AddSingleton<LiveSeats>().AddSingleton<BenchPulse>().AddHostedService(provider => provider.GetRequiredService<BenchPulse>());
        services.AddAuthentication().AddScheme<AuthenticationSchemeOptions, StationAuthentication>(StationAuthentication.SchemeName, null);
    }

    public override void Map(IEndpointRouteBuilder routes)
    {
        StationApi.Map(routes);
        OrdersApi.Map(routes);
        HoldsApi.Map(routes);
        CertificatesApi.Map(routes);
        StationsApi.Map(routes);
        VerifyApi.Map(routes);
        BenchPages.Map(routes);
        BenchEvents.Map(routes);
        OrderPages.Map(routes);
        ActPages.Map(routes);
        EvidencePages.Map(routes);
        StationPages.Map(routes);
        FleetKeyPages.Map(routes);
        CertificatePages.Map(routes);
        VerifyPages.Map(routes);
    }
}
