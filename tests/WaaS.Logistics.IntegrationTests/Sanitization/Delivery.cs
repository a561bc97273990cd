using System.Reflection;
using MassTransit;

namespace WaaS.Logistics.IntegrationTests.Sanitization;

/// <summary>One delivery of one message, with an id and no headers, for calling a consumer without a bus in between.</summary>
public class Delivery : DispatchProxy
{
    private object? _message;
    private Guid _messageId;

    public static ConsumeContext<T> Of<T>(T message, Guid messageId) where T : class
    {
        var context = Create<ConsumeContext<T>, Delivery>();
        var delivery = (Delivery)(object)context;
        (delivery._message, delivery._messageId) = (message, messageId);
        return context;
    }

    protected override object? Invoke(MethodInfo? targetMethod, object?[]? args) => targetMethod!.Name switch
    {
        "get_Message" => _message,
        "get_MessageId" => (Guid?)_messageId,
        "get_CancellationToken" => CancellationToken.None,
        "get_Headers" => Create<Headers, NoHeaders>(),
        var other => throw new NotSupportedException($"A consumer asked the delivery for {other}."),
    };

    public class NoHeaders : DispatchProxy
    {
        protected override object? Invoke(MethodInfo? targetMethod, object?[]? args) => targetMethod!.ReturnType == typeof(bool) ? false : null;
    }
}
