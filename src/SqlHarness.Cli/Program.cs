Console.WriteLine("sqlharness");
