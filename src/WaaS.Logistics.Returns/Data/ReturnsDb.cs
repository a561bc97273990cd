using Microsoft.EntityFrameworkCore;
using WaaS.Logistics.Platform.Data;

namespace WaaS.Logistics.Returns.Data;

internal sealed class ReturnsDb(DbContextOptions<ReturnsDb> options, ServiceDbTools tools) : ServiceDb(options, tools)
{
    protected override string Service => "returns";

    protected override void Describe(ModelBuilder model)
    {
    }
}
