global using Request = EcoPark.Hj212.Request;
