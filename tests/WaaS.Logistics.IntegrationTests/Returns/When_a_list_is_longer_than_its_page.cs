using Microsoft.Extensions.DependencyInjection;
using WaaS.Logistics.IntegrationTests.Platform.Web;
using WaaS.Logistics.Platform.Security;
using WaaS.Logistics.Returns.Data;
using WaaS.Logistics.Returns.Orders;
using WaaS.Logistics.Returns.Overview;
using Xunit;

namespace WaaS.Logistics.IntegrationTests.Returns;

public abstract class When_a_list_is_longer_than_its_page(RunningProduct product)
{
    [Fact]
    public async Task The_page_says_so()
    {
        using var olga = await product.SignedIn("olga", Roles.Office);
        await Open(1, 10);
        Assert.DoesNotContain("are shown", await olga.Page("/returns"));
        await Open(11, FindOrders.PageSize + 1);
        Assert.Contains($"The first {FindOrders.PageSize} orders are shown", await olga.Page("/returns"));
    }

    private async Task Open(int from, int to)
    {
        await using var scope = product.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<ReturnsDb>();
        db.Orders.AddRange(Enumerable.Range(from, to - from + 1).Select(number => new ReturnOrder($"LONG-{number:000}", "Stadtwerke", null, "office", db.Now)));
        await db.SaveChangesAsync();
    }
}

public sealed class When_a_list_is_longer_than_its_page_on_sqlite(ProductOnSqlite product) : When_a_list_is_longer_than_its_page(product), IClassFixture<ProductOnSqlite>;

public sealed class When_a_list_is_longer_than_its_page_on_postgres(ProductOnPostgres product) : When_a_list_is_longer_than_its_page(product), IClassFixture<ProductOnPostgres>;
