using Microsoft.EntityFrameworkCore;
using WaaS.Logistics.Platform.Data;

namespace WaaS.Logistics.Custody.Data;

internal sealed class CustodyDb(DbContextOptions<CustodyDb> options, ServiceDbTools tools) : ServiceDb(options, tools)
{
    protected override string Service => "custody";

    protected override void Describe(ModelBuilder model)
    {
    }
}
