namespace Dxtra.Klaviyo.Sandbox.Seed;

/// <summary>Something the shop sells; the price in the account's currency.</summary>
internal sealed record Product(string Id, string Name, string Category, double Price)
{
    public string Url => $"https://shop.example.com/products/{Id}";

    public static IReadOnlyList<Product> MakeCatalogue(SeedContext context) =>
        [.. Enumerable.Range(1, 60).Select(number => new Product(
            $"P{number:D4}",
            context.Faker.Commerce.ProductName(),
            context.Faker.Commerce.Department(1),
            context.Random.Number(500, 18_000) / 100d))];
}
