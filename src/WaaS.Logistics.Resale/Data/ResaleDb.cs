using Microsoft.EntityFrameworkCore;
using WaaS.Logistics.Platform.Data;

namespace WaaS.Logistics.Resale.Data;

internal sealed class ResaleDb(DbContextOptions<ResaleDb> options, ServiceDbTools tools) : ServiceDb(options, tools)
{
    protected override string Service => "resale";

    protected override void Describe(ModelBuilder model)
    {
    }
}
