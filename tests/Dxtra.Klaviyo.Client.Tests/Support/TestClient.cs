using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Dxtra.Klaviyo.Client.Tests;

/// <summary>A client wired as a host wires it, with a clock and a log that tests can see.</summary>
internal sealed class TestClient : IAsyncDisposable
{
    public const string Secret = "pk_5ecret5ecret5ecret5ecret5ecret99z9";

    public static readonly TimeSpan AttemptTimeout = TimeSpan.FromSeconds(30);

    private readonly ServiceProvider _services;

    public TestClient(Uri baseAddress, Action<KlaviyoOptions>? configure = null)
    {
        _services = new ServiceCollection()
            .AddLogging(logging => logging.SetMinimumLevel(LogLevel.Trace).AddProvider(Log))
            .AddSingleton<TimeProvider>(Time)
            .AddSingleton<IKlaviyoGovernor>(Asked)
            .AddKlaviyoClient()
            .Configure<KlaviyoOptions>(options =>
            {
                options.BaseAddress = baseAddress;
                options.AttemptTimeout = AttemptTimeout;
                configure?.Invoke(options);
            })
            .BuildServiceProvider(validateScopes: true);
        Klaviyo = _services.GetRequiredService<IKlaviyoClientFactory>().Create(Key);
    }

    /// <summary>Lets every call through.</summary>
    public OpenGate Asked { get; } = new();

    public WatchedTime Time { get; } = new();

    public LogCapture Log { get; } = new();

    public KlaviyoClient Klaviyo { get; }

    public static KlaviyoKey Key => KlaviyoKey.TryParse(Secret, out var key, out _) ? key : throw new InvalidOperationException();

    public static TestClient Impatient(Uri baseAddress) => new(baseAddress, options => options.MaxRetries = 0);

    public ValueTask DisposeAsync() => _services.DisposeAsync();
}
