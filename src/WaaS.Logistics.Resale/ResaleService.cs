using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using WaaS.Logistics.Platform.Services;
using WaaS.Logistics.Platform.Web;
using WaaS.Logistics.Resale.AdmitUnit;
using WaaS.Logistics.Resale.Api;
using WaaS.Logistics.Resale.BlockUnit;
using WaaS.Logistics.Resale.Data;
using WaaS.Logistics.Resale.LearnPlaces;
using WaaS.Logistics.Resale.Overview;
using WaaS.Logistics.Resale.Pages;
using WaaS.Logistics.Resale.PickLists;
using WaaS.Logistics.Resale.PriceUnit;
using WaaS.Logistics.Resale.Resources;
using WaaS.Logistics.Resale.TakeScan;
using WaaS.Logistics.Resale.WithdrawUnit;

namespace WaaS.Logistics.Resale;

public sealed class ResaleService : Service
{
    private static readonly Texts T = new();

    public override string Name => "resale";

    public override IReadOnlyList<NavigationEntry> Navigation => [new("/stock", T, "Nav", "shelf", Who.Sees)];

    public override void Add(ServiceBuilder builder)
    {
        builder.UseDatabase<ResaleDb>(ResaleRules.All).UseTexts<Texts>()
            .Consume<LearnPlaceOnPlaceDefined>("learn-place-on-place-defined")
            .Consume<AdmitOnDeviceGraded>("admit-on-device-graded")
            .Consume<BlockOnDeviceReopened>("block-on-device-reopened")
            .Consume<WithdrawOnDeviceScrapped>("withdraw-on-device-scrapped")
            .Consume<WithdrawOnReceiptCorrected>("withdraw-on-receipt-corrected");
        AddCommands(builder.Services);
        builder.Services.AddScoped<FindUnits>();
        builder.Services.AddScoped<FindPickLists>();
        builder.Services.AddScoped<FindWaiting>();
        builder.Services.AddScoped<FindOpenReservations>();
        builder.Services.AddScoped<PrintPickList>();
        builder.Services.AddScoped<PrintLabels.PrintLabels>();
    }

    public override void Map(IEndpointRouteBuilder routes)
    {
        UnitsApi.Map(routes);
        PickListsApi.Map(routes);
        LabelsApi.Map(routes);
        StockPages.Map(routes);
        PickPages.Map(routes);
        UnitPages.Map(routes);
    }

    private static void AddCommands(IServiceCollection services)
    {
        services.AddScoped<CycleEnds>();
        services.AddScoped<PutAway.PutAway>();
        services.AddScoped<PriceUnits>();
        services.AddScoped<ReserveUnits.ReserveUnits>();
        services.AddScoped<ReleaseReservation.ReleaseReservation>();
        services.AddScoped<MakePickList.MakePickList>();
        services.AddScoped<PickUnit.PickUnit>();
        services.AddScoped<SellPickList.SellPickList>();
        services.AddScoped<ReturnUnit.ReturnUnit>();
        services.AddScoped<SettleDoubt.SettleDoubt>();
        services.AddScoped<TakePutAwayScan>();
        services.AddScoped<TakePickScan>();
    }
}
