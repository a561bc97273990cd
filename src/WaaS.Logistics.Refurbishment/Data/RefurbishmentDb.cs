using Microsoft.EntityFrameworkCore;
using WaaS.Logistics.Platform.Data;

namespace WaaS.Logistics.Refurbishment.Data;

internal sealed class RefurbishmentDb(DbContextOptions<RefurbishmentDb> options, ServiceDbTools tools) : ServiceDb(options, tools)
{
    protected override string Service => "refurbishment";

    protected override void Describe(ModelBuilder model)
    {
    }
}
