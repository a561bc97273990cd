using System.Reflection;

namespace WaaS.Logistics.Platform.Messaging;

/// <summary>The events of the product by their wire name (namespace and type), which is a contract: moving a record renames it.</summary>
public sealed class EventTypes(IEnumerable<Type> events)
{
    private readonly Dictionary<string, Type> _byName = events.ToDictionary(type => type.FullName!);

    public static EventTypes Of(Assembly messages) => new(messages.GetExportedTypes().Where(IsEvent));

    public IReadOnlyCollection<Type> All => _byName.Values;

    public IReadOnlyCollection<string> Names => _byName.Keys;

    public bool Knows(string name) => _byName.ContainsKey(name);

    public Type Get(string name) => _byName.TryGetValue(name, out var type)
        ? type
        : throw new InvalidOperationException($"'{name}' is no event this version knows; it was written by another version of the program.");

    // Events are the records of the messages assembly whose namespace names a service; what they carry lives in the root namespace.
    private static bool IsEvent(Type type) =>
        type is { IsClass: true, IsAbstract: false, IsNested: false } && type.Namespace is { } space && space != type.Assembly.GetName().Name;
}
