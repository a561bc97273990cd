using Microsoft.EntityFrameworkCore;
using WaaS.Logistics.Platform.Data;

namespace WaaS.Logistics.Sanitization.Data;

internal sealed class SanitizationDb(DbContextOptions<SanitizationDb> options, ServiceDbTools tools) : ServiceDb(options, tools)
{
    protected override string Service => "sanitization";

    protected override void Describe(ModelBuilder model)
    {
    }
}
