using WaaS.Logistics.Proof;
using Xunit;

namespace WaaS.Logistics.Tests.Proof;

public class When_the_library_is_built
{
    [Fact]
    public void It_depends_on_nothing_but_the_framework() =>
        Assert.All(typeof(ContentHash).Assembly.GetReferencedAssemblies(), reference => Assert.StartsWith("System", reference.Name));
}
