using WaaS.Logistics.Testbed;
using Xunit;

namespace WaaS.Logistics.IntegrationTests.Testbed.Checks;

public class When_ports_and_folders_are_taken
{
    [Fact]
    public void No_port_is_given_twice()
    {
        var ports = Enumerable.Range(0, 200).AsParallel().Select(_ => FreePort.Take()).ToList();
        Assert.Equal(ports.Count, ports.Distinct().Count());
    }

    [Fact]
    public void A_folder_and_what_is_in_it_are_gone_at_the_end()
    {
        string path;
        using (var folder = new TempFolder())
        {
            path = folder.Path;
            File.WriteAllText(folder["left.txt"], "left");
        }
        Assert.False(Directory.Exists(path));
    }

    [Fact]
    public async Task A_condition_that_stays_false_fails_with_its_sentence()
    {
        var e = await Assert.ThrowsAsync<TimeoutException>(() => Poll.Until(() => Task.FromResult(2), 3, TimeSpan.FromMilliseconds(120), "two is three"));
        Assert.Equal("Not within 0.1 s: two is three (expected 3, last seen 2)", e.Message);
    }
}
