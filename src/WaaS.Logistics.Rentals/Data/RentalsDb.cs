using Microsoft.EntityFrameworkCore;
using WaaS.Logistics.Platform.Data;

namespace WaaS.Logistics.Rentals.Data;

internal sealed class RentalsDb(DbContextOptions<RentalsDb> options, ServiceDbTools tools) : ServiceDb(options, tools)
{
    protected override string Service => "rentals";

    protected override void Describe(ModelBuilder model)
    {
    }
}
