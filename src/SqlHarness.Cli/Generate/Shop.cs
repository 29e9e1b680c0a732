using Bogus;

namespace SqlHarness.Cli.Generate;

/// <summary>The web shop whose visitors click: the texts that its events are made of. Drawn once, since a name takes longer than a row may.</summary>
sealed class Shop
{
    const int Products = 60, Departments = 20, CampaignCount = 12, Blogs = 20;

    static readonly string[] SearchEngines = ["google.com", "bing.com", "instagram.com", "facebook.com", "duckduckgo.com"];
    static readonly string[] Occasions = ["sale", "week", "launch"];

    /// <param name="seed">The same seed is the same shop.</param>
    public Shop(ulong seed)
    {
        // Bogus takes 32 bits, and its own global seed stays untouched.
        var faker = new Faker("en") { Random = new Randomizer((int)(seed ^ (seed >> 32))) };
        var departments = faker.Commerce.Categories(Departments).Select(Slug).Distinct(StringComparer.Ordinal).ToList();
        var products = Enumerable.Range(0, Products).Select(_ => "/products/" + Slug(faker.Commerce.ProductName()));
        Pages = Pool.ByRank(["/", "/search", .. departments.Select(d => "/departments/" + d), "/cart", .. products, "/checkout", "/account"]);
        Campaigns = Pool.ByRank(Enumerable.Range(0, CampaignCount)
            .Select(_ => $"{Slug(faker.Commerce.ProductAdjective())}-{faker.PickRandom(departments)}-{faker.PickRandom(Occasions)}"));
        Referrers = Pool.ByRank([.. SearchEngines, .. Enumerable.Range(0, Blogs).Select(_ => faker.Internet.DomainName())]);
    }

    /// <summary>Paths: the home page, departments, products.</summary>
    public Pool Pages { get; }

    public Pool Campaigns { get; }

    /// <summary>Sites that a visit comes from.</summary>
    public Pool Referrers { get; }

    public Pool Devices { get; } = Pool.Of(("mobile", 58), ("desktop", 36), ("tablet", 6));

    static string Slug(string name) => name.ToLowerInvariant().Replace(' ', '-');
}
