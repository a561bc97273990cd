using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using WaaS.Logistics.Platform.Services;
using WaaS.Logistics.Returns.Api;
using WaaS.Logistics.Returns.Data;
using WaaS.Logistics.Returns.LearnFleet;
using WaaS.Logistics.Returns.Overview;

namespace WaaS.Logistics.Returns;

public sealed class ReturnsService : Service
{
    public override string Name => "returns";

    public override void Add(ServiceBuilder builder)
    {
        builder.UseDatabase<ReturnsDb>(ReturnsRules.All)
            .Consume<LearnDeviceOnDeviceRented>("learn-device-on-device-rented")
            .Consume<OpenOrderOnReturnDue>("open-order-on-return-due")
            .Consume<WithdrawOnContractExtended>("withdraw-on-contract-extended");
        AddCommands(builder.Services);
        builder.Services.AddScoped<FindOrders>();
        builder.Services.AddScoped<FindSessions>();
        builder.Services.AddScoped<FindDiscrepancies>();
        builder.Services.AddScoped<FindFleet>();
    }

    public override void Map(IEndpointRouteBuilder routes)
    {
        OrdersApi.Map(routes);
        SessionsApi.Map(routes);
        PlacesApi.Map(routes);
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
        services.AddScoped<RecordScan.RecordScan>();
        services.AddScoped<UndoScan.UndoScan>();
        services.AddScoped<StopDevice.StopDevice>();
        services.AddScoped<NoteCarriers.NoteCarriers>();
        services.AddScoped<SettleDiscrepancy.SettleDiscrepancy>();
        services.AddScoped<StopSerial.StopSerial>();
    }
}
