namespace WaaS.Logistics.Testbed;

/// <summary>The servers that tests/run started. A test that needs one fails without it: a skipped proof proves nothing.</summary>
internal static class TestServers
{
    /// <summary>Admin connection string of the private PostgreSQL.</summary>
    public static string Postgres => Required("WAAS_TEST_POSTGRES");

    /// <summary>amqp address of the private RabbitMQ's admin, virtual host "/".</summary>
    public static Uri RabbitMq => new(Required("WAAS_TEST_RABBITMQ"));

    /// <summary>Management address of the same broker, with its user.</summary>
    public static Uri RabbitMqApi => new(Required("WAAS_TEST_RABBITMQ_API"));

    /// <summary>What lies here is removed when the run ends, servers included.</summary>
    public static string Folder => Required("WAAS_TESTBED");

    private static string Required(string name) =>
        Environment.GetEnvironmentVariable(name) is { Length: > 0 } value
            ? value
            : throw new InvalidOperationException(
                $"{name} is not set. Start the tests with tests/run, it starts PostgreSQL and RabbitMQ (or run tests/run --servers beside and set what it prints).");
}
