using WaaS.Logistics.Testbed;
using System.Text.RegularExpressions;

namespace WaaS.Logistics.IntegrationTests.Deploy;

/// <summary>docker-compose.yml read plainly: two spaces a level, one container a block.</summary>
internal sealed partial class ComposeFile
{
    private ComposeFile(string text)
    {
        Text = text;
        var services = text.Split("\nservices:\n", 2)[1].Split("\nnetworks:\n", 2)[0];
        foreach (Match block in Block().Matches(services))
            Containers.Add(block.Groups["name"].Value, block.Groups["body"].Value);
    }

    public string Text { get; }

    /// <summary>The lines of each container by its name.</summary>
    public Dictionary<string, string> Containers { get; } = [];

    public static ComposeFile Read() => new(File.ReadAllText(Path.Combine(Repository.Root, "docker-compose.yml")));

    /// <summary>Which container runs a service, by the Services setting.</summary>
    public IEnumerable<(string Service, string Container)> Placement() =>
        from container in Containers
        let setting = ServicesSetting().Match(container.Value)
        where setting.Success
        from service in setting.Groups["list"].Value.Split(',')
        select (service, container.Key);

    [GeneratedRegex(@"(?<=^|\n)  (?<name>[a-z]+):\n(?<body>(?:    .*\n|\n)*)")]
    private static partial Regex Block();

    [GeneratedRegex("Waas__Services: \"?(?<list>[a-z,]+)")]
    private static partial Regex ServicesSetting();
}
