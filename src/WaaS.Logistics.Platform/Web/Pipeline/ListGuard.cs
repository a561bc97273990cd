using System.Collections;
using System.Reflection;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace WaaS.Logistics.Platform.Web.Pipeline;

/// <summary>
/// Refuses <c>null</c> among the elements of a list that the record declares without: the JSON reader asks that of properties only, and the handler
/// would stumble over it.
/// </summary>
internal static class ListGuard
{
    public static void Ask(JsonTypeInfo type)
    {
        if (type.Kind != JsonTypeInfoKind.Object)
            return;
        var nullability = new NullabilityInfoContext();
        var lists = type.Properties.Where(property => property is { Get: not null, AttributeProvider: PropertyInfo } && HasNoGaps(nullability.Create((PropertyInfo)property.AttributeProvider))).ToList();
        if (lists.Count > 0)
            type.OnDeserialized += read => lists.ForEach(list => RefuseNull(list.Name, list.Get!(read) as IEnumerable));
    }

    private static bool HasNoGaps(NullabilityInfo list)
    {
        if (list.Type == typeof(string) || !list.Type.IsAssignableTo(typeof(IEnumerable)))
            return false;
        var element = list.ElementType ?? (list.GenericTypeArguments is [var only] ? only : null);
        return element is { Type.IsValueType: false, ReadState: NullabilityState.NotNull };
    }

    private static void RefuseNull(string name, IEnumerable? elements)
    {
        var at = 0;
        foreach (var element in elements ?? Array.Empty<object>())
            if (element is null)
                throw new JsonException("An element is null.", $"$.{name}[{at}]", null, null);
            else
                at++;
    }
}
