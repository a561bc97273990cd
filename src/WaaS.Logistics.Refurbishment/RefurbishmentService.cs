using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using WaaS.Logistics.Platform.Services;
using WaaS.Logistics.Platform.Web;
using WaaS.Logistics.Refurbishment.Api;
using WaaS.Logistics.Refurbishment.Data;
using WaaS.Logistics.Refurbishment.HearGate;
using WaaS.Logistics.Refurbishment.Pages;
using WaaS.Logistics.Refurbishment.Resources;
using WaaS.Logistics.Refurbishment.TakeScan;

namespace WaaS.Logistics.Refurbishment;

/// <summary>Cleared devices are inspected by a short checklist, and graded or scrapped. Nothing gets in without a clearance.</summary>
public sealed class RefurbishmentService : Service
{
    private static readonly Texts T = new();

    public override string Name => "refurbishment";

    public override IReadOnlyList<NavigationEntry> Navigation => [new("/refurb", T, "Nav", "wrench", Who.Watches)];

    public override void Add(ServiceBuilder builder)
    {
        builder.UseDatabase<RefurbishmentDb>(GateRules.All).UseTexts<Texts>()
            .Consume<OpenInspectionOnDeviceCleared>("open-inspection-on-device-cleared")
            .Consume<WithdrawOnDeviceReopened>("withdraw-on-device-reopened");
        builder.Services.AddScoped<StartInspection.StartInspection>();
        builder.Services.AddScoped<AnswerChecks.AnswerChecks>();
        builder.Services.AddScoped<GradeDevice.GradeDevice>();
        builder.Services.AddScoped<ScrapDevice.ScrapDevice>();
        builder.Services.AddScoped<ReportCarrier.ReportCarrier>();
        builder.Services.AddScoped<ReportSeal.ReportSeal>();
        builder.Services.AddScoped<FindDevices.FindDevices>();
        builder.Services.AddScoped<TakeScan.TakeScan>();
        builder.Services.AddScoped<TakeBenchScan>();
        builder.Services.AddScoped<Bench>();
        builder.Services.AddScoped<PrintCards.PrintCards>();
    }

    public override void Map(IEndpointRouteBuilder routes)
    {
        DevicesApi.Map(routes);
        BenchPages.Map(routes);
        ReportPages.Map(routes);
    }
}
