using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using WaaS.Logistics.Platform.Data;
using WaaS.Logistics.Platform.Data.Backup;
using WaaS.Logistics.Platform.Security;
using WaaS.Logistics.Platform.Services;
using WaaS.Logistics.Platform.Web;
using WaaS.Logistics.Returns.Api;
using WaaS.Logistics.Returns.Data;
using WaaS.Logistics.Returns.KeepPhoto;
using WaaS.Logistics.Returns.LearnFleet;
using WaaS.Logistics.Returns.Overview;
using WaaS.Logistics.Returns.Pages;
using WaaS.Logistics.Returns.Resources;
using WaaS.Logistics.Returns.TakeScan;

namespace WaaS.Logistics.Returns;

public sealed class ReturnsService : Service
{
    private static readonly Texts T = new();

    public override string Name => "returns";

    public override IReadOnlyList<NavigationEntry> Navigation =>
        [new("/returns", T, "Nav", "inbox", Roles.Receiving, Roles.Office, Roles.Supervisor, Roles.Auditor, Roles.Admin)];

    public override IReadOnlyList<BlobUse> Blobs => [new(Name, "photos", "sha256", "photo of scan", "CAST(scan_id AS TEXT)")];

    public override void Add(ServiceBuilder builder)
    {
        builder.UseDatabase<ReturnsDb>(ReturnsRules.All).UseTexts<Texts>()
            .Consume<LearnDeviceOnDeviceRented>("learn-device-on-device-rented")
            .Consume<OpenOrderOnReturnDue>("open-order-on-return-due")
            .Consume<WithdrawOnContractExtended>("withdraw-on-contract-extended");
        AddCommands(builder.Services);
        builder.Services.AddScoped<FindOrders>();
        builder.Services.AddScoped<FindSessions>();
        builder.Services.AddScoped<FindDiscrepancies>();
        builder.Services.AddScoped<FindFleet>();
        builder.Services.AddScoped<FindCarriers>();
        builder.Services.AddScoped<FindPhotos>();
        builder.Services.AddScoped<DiscrepancyScreen>();
        builder.Services.AddHostedService<CheckPhotos>();
    }

    public override void Map(IEndpointRouteBuilder routes)
    {
        OrdersApi.Map(routes);
        SessionsApi.Map(routes);
        PlacesApi.Map(routes);
        LabelsApi.Map(routes);
        OrderPages.Map(routes);
        ReceivingPages.Map(routes);
        SupervisionPages.Map(routes);
        LabelPages.Map(routes);
        PhotoPages.Map(routes);
    }

    private static void AddCommands(IServiceCollection services)
    {
        services.AddScoped<DefinePlace.DefinePlace>();
        services.AddScoped<OpenOrder.OpenOrder>();
        services.AddScoped<AddShipment.AddShipment>();
        services.AddScoped<ArriveParcel.ArriveParcel>();
        services.AddScoped<ReopenOrder.ReopenOrder>();
        services.AddScoped<OpenSession.OpenSession>();
        services.AddScoped<ChoosePlace.ChoosePlace>();
        services.AddScoped<CloseSession.CloseSession>();
        services.AddScoped<RecordScan.RecordScan>();
        services.AddScoped<RecordScan.FindQuestion>();
        services.AddScoped<KeepCode.KeepCode>();
        services.AddScoped<UndoScan.UndoScan>();
        services.AddScoped<StopDevice.StopDevice>();
        services.AddScoped<NoteCarriers.NoteCarriers>();
        services.AddScoped<SettleDiscrepancy.SettleDiscrepancy>();
        services.AddScoped<StopSerial.StopSerial>();
        services.AddScoped<LiftQuarantine.LiftQuarantine>();
        services.AddScoped<NoteCarriers.AddCarrier>();
        services.TryAddSingleton<BlobStore>();
        services.AddSingleton<PhotoSignal>();
        services.AddScoped<KeepPhoto.KeepPhoto>();
        services.AddScoped<CheckPhoto>();
        services.AddScoped<ScanWords>();
        services.AddScoped<TakeScan.TakeScan>();
        services.AddScoped<NextAtDesk>();
        services.AddScoped<TakeDockScan>();
        services.AddScoped<TakeCarrierScan>();
        services.AddScoped<PrintLabels.PrintLabels>();
    }
}
