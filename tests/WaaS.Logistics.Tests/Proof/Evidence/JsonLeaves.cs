using System.Text.Json.Nodes;

namespace WaaS.Logistics.Tests.Proof.Evidence;

/// <summary>Walks over a JSON text and changes one place of it.</summary>
internal static class JsonLeaves
{
    /// <summary>Paths of every member and entry, as lists of keys.</summary>
    public static IEnumerable<object[]> PathsOf(JsonNode? node, params object[] here)
    {
        if (here.Length > 0) yield return here;
        IEnumerable<(object Key, JsonNode? Node)> children = node switch
        {
            JsonObject o => o.Select(p => ((object)p.Key, p.Value)),
            JsonArray a => a.Select((item, i) => ((object)i, item)),
            _ => [],
        };
        foreach (var path in children.ToList().SelectMany(child => PathsOf(child.Node, [.. here, child.Key]))) yield return path;
    }

    public static JsonNode? At(JsonNode root, IEnumerable<object> path) =>
        path.Aggregate((JsonNode?)root, (node, key) => key is int i ? node![i] : node![(string)key]);

    /// <summary>A copy in which one place has another value.</summary>
    public static JsonNode Set(JsonNode root, object[] path, JsonNode? value)
    {
        var copy = root.DeepClone();
        var parent = At(copy, path[..^1])!;
        if (path[^1] is int i) parent[i] = value?.DeepClone();
        else parent[(string)path[^1]] = value?.DeepClone();
        return copy;
    }

    /// <summary>A copy in which one place is gone.</summary>
    public static JsonNode Remove(JsonNode root, object[] path)
    {
        var copy = root.DeepClone();
        var parent = At(copy, path[..^1])!;
        if (path[^1] is int i) parent.AsArray().RemoveAt(i);
        else parent.AsObject().Remove((string)path[^1]);
        return copy;
    }

    /// <summary>The path as errors write it.</summary>
    public static string Text(object[] path) => "$" + string.Concat(path.Select(key => key is int i ? $"[{i}]" : $".{key}"));
}
