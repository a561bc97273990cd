using WaaS.Logistics.Host.Demo.Cast;
using WaaS.Logistics.Host.Demo.Input;
using WaaS.Logistics.Host.Demo.Report;

namespace WaaS.Logistics.Host.Demo.Acts;

/// <summary>Where everything happens: the product, its people, the input, and what was found out on the way.</summary>
internal sealed record Stage(Uri Address, People People, DemoInput Input, ImageShelf Images, string StationFolder, Narrator Narrator, CancellationToken Cancel)
{
    /// <summary>Serial to the device's id in the house.</summary>
    public Dictionary<string, Guid> DeviceIds { get; } = [];

    /// <summary>Contract to the number of its return order.</summary>
    public Dictionary<string, string> Orders { get; } = [];

    /// <summary>What the rules had to refuse, and did.</summary>
    public List<Refused> Refusals { get; } = [];

    /// <summary>A try that must not succeed.</summary>
    public async Task MustBeRefused(Person who, string what, string path, object body, params string[] rules)
    {
        var rule = await who.TryPost(path, body) ?? throw new DemoFailedException($"{who.DisplayName} could {what}. No rule stopped it.");
        if (!rules.Contains(rule))
            throw new DemoFailedException($"{who.DisplayName} tried to {what} and was stopped by '{rule}', not by {string.Join(" or ", rules)}.");
        Note(who.DisplayName, what, rule);
    }

    public void Note(string who, string what, string rule)
    {
        Refusals.Add(new Refused(who, what, rule));
        Narrator.Say($"{who} tries to {what}: refused ({rule})");
    }
}

/// <summary>A rule that held.</summary>
internal sealed record Refused(string Who, string What, string Rule);
