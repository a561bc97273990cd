using WaaS.Logistics.Custody;
using WaaS.Logistics.Platform.Services;
using WaaS.Logistics.Refurbishment;
using WaaS.Logistics.Rentals;
using WaaS.Logistics.Resale;
using WaaS.Logistics.Returns;
using WaaS.Logistics.Sanitization;

namespace WaaS.Logistics.Host;

/// <summary>The whole product, in the direction the work flows.</summary>
public static class Catalogue
{
    public static IReadOnlyList<Service> Services { get; } =
    [
        new RentalsService(),
        new ReturnsService(),
        new SanitizationService(),
        new RefurbishmentService(),
        new ResaleService(),
        new CustodyService(),
    ];

    public static IReadOnlyList<string> Names { get; } = [.. Services.Select(service => service.Name)];
}
