using Bogus;
using Dxtra.Klaviyo.Sandbox.Data;

namespace Dxtra.Klaviyo.Sandbox.Seed;

/// <summary>
/// What every part of the seed draws from: one source of chance and one point in time. Nothing in the seed reads a clock or
/// iterates over a set, so the same seed always gives the same account.
/// </summary>
internal sealed class SeedContext
{
    public SeedContext(int seed, SandboxSize size)
    {
        Size = size;
        Faker = new Faker("en_GB") { Random = new Randomizer(seed) };
        Ids = new IdSource(buffer => Random.Bytes(buffer.Length).CopyTo(buffer));
    }

    /// <summary>The present of the seeded account.</summary>
    public static DateTimeOffset Now { get; } = new(2026, 10, 1, 0, 0, 0, TimeSpan.Zero);

    /// <summary>When the shop opened.</summary>
    public static DateTimeOffset Opening { get; } = Now.AddYears(-4);

    /// <summary>When Klaviyo renamed its SMS metrics.</summary>
    public static DateTimeOffset TextMessageRename { get; } = new(2026, 7, 1, 0, 0, 0, TimeSpan.Zero);

    public SandboxSize Size { get; }

    public Faker Faker { get; }

    public Randomizer Random => Faker.Random;

    public IdSource Ids { get; }

    public bool Chance(double probability) => Random.Double() < probability;

    /// <summary>A whole second between the two.</summary>
    public DateTimeOffset Between(DateTimeOffset from, DateTimeOffset to) =>
        DateTimeOffset.FromUnixTimeSeconds(Random.Long(from.ToUnixTimeSeconds(), Math.Max(from.ToUnixTimeSeconds(), to.ToUnixTimeSeconds())));

    public T Pick<T>(IReadOnlyList<T> items) => items[Random.Number(items.Count - 1)];
}
