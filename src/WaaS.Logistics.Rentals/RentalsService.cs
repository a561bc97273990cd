using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using WaaS.Logistics.Platform.Services;
using WaaS.Logistics.Platform.Web;
using WaaS.Logistics.Rentals.AnnounceContractEnds;
using WaaS.Logistics.Rentals.Api;
using WaaS.Logistics.Rentals.Data;
using WaaS.Logistics.Rentals.Pages;
using WaaS.Logistics.Rentals.Resources;
using WaaS.Logistics.Rentals.TrackReturns;

namespace WaaS.Logistics.Rentals;

public sealed class RentalsService : Service
{
    private static readonly Texts T = new();

    public override string Name => "rentals";

    public override IReadOnlyList<NavigationEntry> Navigation => [new("/contracts", T, "Nav", "document", ContractsApi.Readers)];

    public override void Add(ServiceBuilder builder)
    {
        builder.UseDatabase<RentalsDb>(RentalsRules.All).UseTexts<Texts>()
            .Consume<TrackReturnOnDeviceReceived>("track-return-on-device-received")
            .Consume<TrackReturnOnReceiptCorrected>("track-return-on-receipt-corrected")
            .Consume<TrackReturnOnDiscrepancyFound>("track-return-on-discrepancy-found")
            .Consume<TrackReturnOnDiscrepancySettled>("track-return-on-discrepancy-settled")
            .Consume<TrackReturnOnCertificateIssued>("track-return-on-certificate-issued")
            .Consume<TrackReturnOnCertificateRevoked>("track-return-on-certificate-revoked");
        builder.Services.AddSingleton<ContractEndsSignal>();
        builder.Services.AddScoped<ImportContracts.ImportContracts>();
        builder.Services.AddScoped<ExtendContract.ExtendContract>();
        builder.Services.AddScoped<AgreeFollowOn.AgreeFollowOn>();
        builder.Services.AddScoped<FindContracts.FindContracts>();
        builder.Services.AddScoped<AnnounceContractEnds.AnnounceContractEnds>();
        builder.Services.AddHostedService<ContractCalendar>();
    }

    public override void Map(IEndpointRouteBuilder routes)
    {
        ContractsApi.Map(routes);
        ContractPages.Map(routes);
    }
}
