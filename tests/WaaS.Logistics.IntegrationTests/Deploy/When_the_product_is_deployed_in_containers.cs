using System.Text.RegularExpressions;
using WaaS.Logistics.Host;
using WaaS.Logistics.Testbed;

namespace WaaS.Logistics.IntegrationTests.Deploy;

public partial class When_the_product_is_deployed_in_containers
{
    private readonly ComposeFile _compose = ComposeFile.Read();

    [Fact]
    public void Every_service_runs_in_exactly_one_container()
    {
        var placed = _compose.Placement().Select(placement => placement.Service).Order();
        Assert.Equal(Catalogue.Names.Order(), placed);
    }

    [Fact]
    public void Every_service_waits_for_tables_and_queues_and_is_restarted()
    {
        foreach (var container in _compose.Placement().Select(placement => placement.Container).Distinct())
            Assert.Contains("<<: *service", _compose.Containers[container]);
        var service = _compose.Text.Split("x-service: &service", 2)[1].Split("\nservices:", 2)[0];
        Assert.Contains("migrate: { condition: service_completed_successfully }", service);
        Assert.Contains("topology: { condition: service_completed_successfully }", service);
        Assert.Contains("restart: unless-stopped", service);
    }

    [Fact]
    public void Every_process_of_the_program_gets_its_signals_from_the_first_moment_on() =>
        Assert.Contains("\n  init: true\n", _compose.Text.Split("x-waas: &waas", 2)[1].Split("\nx-once:", 2)[0]);

    [Fact]
    public void The_one_time_steps_run_all_services()
    {
        foreach (var step in new[] { "migrate", "topology" })
        {
            Assert.Contains($"command: [{step}]", _compose.Containers[step]);
            Assert.DoesNotContain("Waas__Services", _compose.Containers[step]);
        }
    }

    [Fact]
    public void No_secret_is_written_down_and_a_missing_one_stops_the_start()
    {
        var lines = _compose.Text.Split('\n').Where(line => Secret().IsMatch(line) && !line.TrimStart().StartsWith('#')).ToList();
        Assert.Equal(4, lines.Count);
        Assert.All(lines, line => Assert.Matches(@"\$\{[A-Z_]+:\?", line));
    }

    [Fact]
    public void Every_variable_is_explained_in_the_example()
    {
        var example = Read("deploy/.env.example");
        var names = Variable().Matches(_compose.Text).Select(match => match.Groups["name"].Value).Distinct().Where(name => name != "WAAS_VERSION");
        Assert.All(names, name => Assert.Contains($"\n{name}=", example));
    }

    [Fact]
    public void Images_are_pinned_and_only_the_proxy_is_reachable()
    {
        var images = Image().Matches(_compose.Text).Select(match => match.Groups["tag"].Value).ToList();
        Assert.Equal(4, images.Count);
        Assert.All(images, tag => Assert.Matches(@"\d", tag));
        Assert.Equal(["proxy"], _compose.Containers.Where(container => container.Value.Contains("ports:")).Select(container => container.Key));
        Assert.Contains("rabbitmq:4.2-management", _compose.Text);
    }

    [Fact]
    public void The_settings_are_ones_the_program_knows()
    {
        var keys = Setting().Matches(_compose.Text + Read("deploy/Dockerfile")).Select(match => match.Groups["key"].Value).Distinct().Order();
        Assert.Equal(["Data", "PublicUrl", "Services", "Storage"], keys);
    }

    private static string Read(string path) => File.ReadAllText(Path.Combine(Repository.Root, path));

    [GeneratedRegex("PASSWORD|Password|_PASS")]
    private static partial Regex Secret();

    [GeneratedRegex(@"\$\{(?<name>[A-Z_]+)")]
    private static partial Regex Variable();

    [GeneratedRegex(@"\n +image: [a-z-]+:(?<tag>\S+)")]
    private static partial Regex Image();

    [GeneratedRegex("Waas__(?<key>[A-Za-z]+)")]
    private static partial Regex Setting();
}
